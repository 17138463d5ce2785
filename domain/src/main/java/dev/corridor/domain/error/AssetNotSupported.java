package dev.corridor.domain.error;

import dev.corridor.domain.error.ValidationError.FieldFault;
import java.util.List;

/**
 * Nothing is wrong with the command but that it names assets that are not dealt in there.
 *
 * @param faults what is wrong with each of the fields; empty if no field names the asset, but the path or the query
 * @param asset the first of the assets, as the client wrote it
 * @param supported what could stand in its place
 */
public record AssetNotSupported(List<FieldFault> faults, String asset, List<String> supported) implements BusinessError {

    public AssetNotSupported {
        faults = List.copyOf(faults);
        supported = List.copyOf(supported);
    }

    /** In the path or the query. */
    public static AssetNotSupported ofParameter(String asset, List<String> supported) {
        return new AssetNotSupported(List.of(), asset, supported);
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
        return faults.isEmpty()
                ? "The parameter 'asset' must be one of " + String.join(", ", supported) + "."
                : ValidationError.sentenceOf(faults);
    }
}
