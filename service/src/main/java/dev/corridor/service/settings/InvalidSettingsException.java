package dev.corridor.service.settings;

import java.util.List;

/** The environment cannot be understood. The message has a line for every faulty variable, and no secret's value. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
