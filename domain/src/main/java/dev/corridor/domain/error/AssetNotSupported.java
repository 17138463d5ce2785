package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.INVALID;

import dev.corridor.domain.error.ValidationError.FieldFault;
import java.util.List;

/**
 * Nothing is wrong with the command but that it names assets that are not dealt in there.
 *
 * @param asset the first of the assets, as the client wrote it
 * @param supported what could stand in its place
 * @param faults what is wrong with each of the fields; empty if no field names the asset, but the path or the query
 */
@Failure(
        kind = INVALID,
        title = "The asset is not supported",
        meaning = "Nothing is wrong with the request but that it names assets that are not dealt in there.",
        advice = "Use one of those that `supported` lists.")
public record AssetNotSupported(String asset, List<String> supported, List<FieldFault> faults) implements BusinessError {

    public AssetNotSupported {
        faults = List.copyOf(faults);
        supported = List.copyOf(supported);
    }

    /** In the path or the query. */
    public static AssetNotSupported ofParameter(String asset, List<String> supported) {
        return new AssetNotSupported(asset, supported, List.of());
    }

    @Override
    public String message() {
        return faults.isEmpty()
                ? "The parameter 'asset' must be one of " + String.join(", ", supported) + "."
                : ValidationError.sentenceOf(faults);
    }
}
