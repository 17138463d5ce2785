package dev.corridor.domain.money;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assets of a deployment, by code. */
public final class AssetCatalogue {

    /** USD, EUR, USDC, USDT, BTC and ETH. */
    public static final AssetCatalogue STANDARD = of(Asset.USD, Asset.EUR, Asset.USDC, Asset.USDT, Asset.BTC, Asset.ETH);

    private final Map<String, Asset> byCode;

    private AssetCatalogue(Map<String, Asset> byCode) {
        this.byCode = byCode;
    }

    public static AssetCatalogue of(Asset... assets) {
        var byCode = new LinkedHashMap<String, Asset>();
        for (var asset : assets) {
            if (byCode.put(asset.code(), asset) != null) {
                throw new IllegalArgumentException(asset + " is listed twice");
            }
        }
        return new AssetCatalogue(byCode);
    }

    public Optional<Asset> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** For codes that are already validated, such as stored ones; an unknown code is a programming error. */
    public Asset get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no asset " + code));
    }

    public Collection<Asset> all() {
        return List.copyOf(byCode.values());
    }
}
