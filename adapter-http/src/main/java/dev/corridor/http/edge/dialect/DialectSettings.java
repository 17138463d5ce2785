package dev.corridor.http.edge.dialect;

/**
 * The operator's settings of dialects.
 *
 * @param standard the default dialect
 * @param tickDbAlways200 whether every response in TickDB's dialect has status 200, for clients that read only {@code code}
 * @param nexgentStack whether Nexgent's dialect includes stack traces, as the vendor does in development; sandbox only
 */
public record DialectSettings(DialectName standard, boolean tickDbAlways200, boolean nexgentStack) {

    public static final DialectSettings STANDARD = new DialectSettings(DialectName.NXOS, false, false);
}
