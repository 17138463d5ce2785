package dev.corridor.portal.page;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A text as a picture for cameras (QR code): a square with one path for all that is dark.
 *
 * @param size of the square with its margin
 */
public record Qr(int size, String path) {

    /** Source: ISO/IEC 18004, "quiet zone". */
    private static final int MARGIN = 4;

    public static Qr of(String text) {
        var code = QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    path.append('M').append(column + MARGIN).append(' ').append(row + MARGIN).append("h1v1h-1z");
                }
            }
        }
        return new Qr(code.size + 2 * MARGIN, path.toString());
    }

    /** It may hold a secret. */
    @Override
    public String toString() {
        return "Qr[" + size + "]";
    }
}
