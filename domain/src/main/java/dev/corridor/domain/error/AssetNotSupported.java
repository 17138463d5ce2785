package dev.corridor.domain.error;

import dev.corridor.domain.error.ValidationError.FieldFault;
import java.util.List;

/**
 * Nothing is wrong with the command but that fields of it name assets that are not dealt in there.
 *
 * @param faults what is wrong with each of the fields
 * @param asset the first of the assets, as the client wrote it
 * @param supported what could stand in its place
 */
public record AssetNotSupported(List<FieldFault> faults, String asset, List<String> supported) implements BusinessError {

    public AssetNotSupported {
        faults = List.copyOf(faults);
        supported = List.copyOf(supported);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("at least one field names an asset");
        }
    }

    @Override
    public String code() {
        return "asset_not_supported";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }

    @Override
    public String message() {
        return ValidationError.sentenceOf(faults);
    }
}
