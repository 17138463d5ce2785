package dev.corridor.http.edge.dialect;

/**
 * What the operator decides about dialects.
 *
 * @param standard spoken to whoever asks for no other
 * @param tickDbAlways200 whether every answer in TickDB's dialect has the status 200: its clients may read nothing but {@code code}
 * @param nexgentStack whether Nexgent's dialect shows stack traces, as that vendor does in development; never where strangers can ask
 */
public record DialectSettings(DialectName standard, boolean tickDbAlways200, boolean nexgentStack) {

    public static final DialectSettings STANDARD = new DialectSettings(DialectName.NXOS, false, false);
}
