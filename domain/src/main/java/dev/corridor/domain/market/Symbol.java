package dev.corridor.domain.market;

import dev.corridor.domain.money.Asset;

/** A traded pair of assets. Its price is the value of one whole unit of the base in the counter asset. It is converted in both directions. */
public record Symbol(Asset base, Asset counter) {

    /** The class of the more volatile of the two assets. */
    public enum Type {
        FOREX,
        STABLECOIN,
        CRYPTO
    }

    public Symbol {
        if (base.equals(counter)) {
            throw new IllegalArgumentException("a symbol is a pair of two assets");
        }
    }

    /** {@code EURUSD}. */
    public String name() {
        return base.code() + counter.code();
    }

    public Type type() {
        if (isOf(Asset.Kind.COIN)) {
            return Type.CRYPTO;
        }
        return isOf(Asset.Kind.STABLECOIN) ? Type.STABLECOIN : Type.FOREX;
    }

    public boolean isBetween(Asset one, Asset other) {
        return base.equals(one) && counter.equals(other) || base.equals(other) && counter.equals(one);
    }

    private boolean isOf(Asset.Kind kind) {
        return base.kind() == kind || counter.kind() == kind;
    }

    @Override
    public String toString() {
        return name();
    }
}
