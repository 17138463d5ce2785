package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages that titles are written in. Codes and messages are for programs and their developers, and are English. */
enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private static final List<Locale> ALL = List.of(ENGLISH.locale, GERMAN.locale);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The one that the header {@code Accept-Language} (RFC 9110, section 12.5.4) wants most, else English. */
    static Language of(HttpRequest<?> request) {
        var header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return header != null && GERMAN.locale.equals(lookUp(header)) ? GERMAN : ENGLISH;
    }

    private static Locale lookUp(String header) {
        try {
            return Locale.lookup(LanguageRange.parse(header), ALL);
        } catch (IllegalArgumentException e) {
            return ENGLISH.locale;
        }
    }

    String tag() {
        return locale.toLanguageTag();
    }

    String titleOf(ErrorCode code) {
        return switch (this) {
            case ENGLISH -> code.title();
            case GERMAN -> inGerman(code);
        };
    }

    private static String inGerman(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> "Der API-Schlüssel fehlt";
            case MISSING_NONCE -> "Die Nonce fehlt";
            case MISSING_SIGNATURE -> "Die Signatur fehlt";
            case INVALID_NONCE -> "Die Nonce ist ungültig";
            case WRONG_SIGNATURE -> "Die Signatur ist falsch";
            case NONCE_NOT_MONOTONOUS -> "Die Nonce steigt nicht an";
            case INVALID_API_KEY -> "Der API-Schlüssel ist ungültig";
            case AUTHENTICATION_FAILED -> "Der API-Schlüssel konnte nicht geprüft werden";
            case INVALID_TOKEN -> "Das Token ist ungültig";
            case INVALID_TOKEN_TYPE -> "Das Token ist von der falschen Art";
            case TOKEN_EXPIRED -> "Das Token ist abgelaufen";
            case TOKEN_REVOKED -> "Das Token ist widerrufen";
            case ACCOUNT_LOCKED -> "Das Benutzerkonto ist gesperrt";
            case INVALID_CREDENTIALS -> "Die Anmeldung ist falsch";
            case EMAIL_TAKEN -> "Die E-Mail-Adresse ist vergeben";
            case API_KEY_DELETED -> "Der API-Schlüssel ist gelöscht";
            case API_KEY_DEPRECATED -> "Der API-Schlüssel ist veraltet";
            case API_KEY_EXPIRED -> "Der API-Schlüssel ist abgelaufen";
            case API_KEY_NOT_ENABLED -> "Der API-Schlüssel ist noch nicht freigegeben";
            case API_KEY_LOCKED -> "Der API-Schlüssel ist gesperrt";
            case CLIENT_INACTIVE -> "Die Organisation ist nicht aktiv";
            case IP_NOT_ALLOWED -> "Die Adresse ist nicht erlaubt";
            case FORBIDDEN -> "Nicht erlaubt";
            case TIER_INSUFFICIENT -> "Die Stufe reicht nicht aus";
            case RATE_LIMIT_EXCEEDED -> "Zu viele Anfragen";
            case CONNECTION_NOT_FOUND -> "Verbindung nicht gefunden";
            case CONNECTION_LIMIT_EXCEEDED -> "Zu viele Verbindungen";
            case INVALID_MESSAGE_FORMAT -> "Die Nachricht ist nicht lesbar";
            case UNKNOWN_COMMAND -> "Unbekannter Befehl";
            case CHANNEL_UNAVAILABLE -> "Der Kanal ist abgeschaltet";
            case SUBSCRIPTION_LIMIT_EXCEEDED -> "Zu viele Abonnements";
            case RESUME_POINT_LOST -> "Die Folgenummer ist zu alt";
            case QUOTA_EXHAUSTED -> "Das Kontingent ist aufgebraucht";
            case ORGANIZATION_NOT_FOUND -> "Organisation nicht gefunden";
            case ACCOUNT_NOT_FOUND -> "Konto nicht gefunden";
            case BENEFICIARY_NOT_FOUND -> "Empfänger nicht gefunden";
            case QUOTE_NOT_FOUND -> "Angebot nicht gefunden";
            case API_KEY_NOT_FOUND -> "API-Schlüssel nicht gefunden";
            case NOT_FOUND -> "Nicht gefunden";
            case SYMBOL_NOT_FOUND -> "Symbol nicht gefunden";
            case QUOTE_ALREADY_USED -> "Das Angebot ist bereits ausgeführt";
            case QUOTE_EXPIRED -> "Das Angebot ist abgelaufen";
            case BENEFICIARY_ALREADY_ARCHIVED -> "Der Empfänger ist archiviert";
            case TRANSACTION_NOT_REVERSIBLE -> "Die Transaktion kann nicht rückgängig gemacht werden";
            case TRANSACTION_ALREADY_REVERSED -> "Die Transaktion ist bereits rückgängig gemacht";
            case API_KEY_TRANSITION_REFUSED -> "Der API-Schlüssel ist in einem anderen Zustand";
            case LAST_MANAGING_KEY -> "Der letzte Schlüssel, der Schlüssel verwaltet";
            case API_KEY_NAME_TAKEN -> "Der Name ist vergeben";
            case API_KEY_LIMIT_REACHED -> "Zu viele API-Schlüssel";
            case IDEMPOTENCY_REQUEST_IN_FLIGHT -> "Die erste Anfrage ist noch unterwegs";
            case IDEMPOTENCY_KEY_IN_USE -> "Der Idempotenzschlüssel ist schon vergeben";
            case INSUFFICIENT_FUNDS -> "Guthaben nicht ausreichend";
            case VALIDATION_ERROR -> "Felder der Anfrage sind fehlerhaft";
            case ASSET_NOT_SUPPORTED -> "Der Vermögenswert wird nicht unterstützt";
            case MISSING_PARAMETER -> "Ein Parameter fehlt";
            case LIMIT_EXCEEDED -> "Zu viel auf einmal";
            case INVALID_TIME_RANGE -> "Der Zeitraum ist ungültig";
            case INVALID_REQUEST -> "Die Anfrage ist ungültig";
            case CHAIN_SEND_FAILED -> "Die Blockchain hat die Auszahlung nicht angenommen";
            case PRICE_MOVED -> "Der Preis hat sich bewegt";
            case SLIPPAGE_EXCEEDS_MAXIMUM -> "Die Preisabweichung ist zu groß";
            case DATA_SOURCE_UNAVAILABLE -> "Kein verlässlicher Kurs";
            case SERVICE_UNAVAILABLE -> "Der Dienst ist nicht verfügbar";
            case INTERNAL_ERROR -> "Ein Fehler auf unserer Seite";
        };
    }
}
