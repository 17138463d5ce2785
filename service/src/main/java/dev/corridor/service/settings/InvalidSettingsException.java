package dev.corridor.service.settings;

import java.util.List;

/** Invalid environment variables. The message has a line for each, without secret values. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
