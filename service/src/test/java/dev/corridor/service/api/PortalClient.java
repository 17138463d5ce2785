package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without eyes: it keeps cookies, sends forms as pages have them, and follows no redirect. */
final class PortalClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([0-9a-f]+)\"");

    final CookieManager cookies = new CookieManager();
    private final URI server;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    PortalClient(URI server) {
        this.server = server;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** A form with the token of the page that it is on. */
    HttpResponse<String> submit(String page, String path, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new TreeMap<>(fields);
        all.put("formToken", formTokenOn(page));
        return send(form(path, all));
    }

    HttpResponse<String> logIn(Person person) throws IOException, InterruptedException {
        return submit("/portal/login", "/portal/login", Map.of("email", person.email(), "password", Person.PASSWORD));
    }

    String formTokenOn(String path) throws IOException, InterruptedException {
        var page = get(path).body();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
