package io.alphapanda.kite.order;

import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.market.Listing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An order to be placed.
///
/// @param variety   regular or after market
/// @param listing   what
/// @param side      which way
/// @param quantity  units, not lots; whole, above zero
/// @param product   how the position is carried
/// @param terms     at what price
/// @param validity  how long it waits
/// @param tag       by which it is found again
/// @param disclosed how much of it the book shows; above zero, at most the quantity
/// @param autoslice whether Kite splits it where it exceeds the exchange's freeze quantity, into ten orders at most
/// @param algoId    of an algorithm registered at the exchange
public record NewOrder(
        Variety variety,
        Listing listing,
        Side side,
        Quantity quantity,
        Product product,
        Terms terms,
        Validity validity,
        OrderTag tag,
        Optional<Quantity> disclosed,
        boolean autoslice,
        Optional<String> algoId) {

    public NewOrder {
        if (variety != Variety.REGULAR && variety != Variety.AMO) {
            throw new IllegalArgumentException("variety " + variety.wire() + " can't be placed; use regular or amo");
        }
        checkWhole("quantity", quantity);
        disclosed.ifPresent(shown -> {
            checkWhole("disclosed quantity", shown);
            if (shown.compareTo(quantity) > 0) {
                throw new IllegalArgumentException(
                        "disclosed quantity " + shown + " must be at most the quantity " + quantity);
            }
        });
    }

    /// A regular order for the day.
    public static NewOrder regular(
            Listing listing, Side side, Quantity quantity, Product product, Terms terms, OrderTag tag) {
        return new NewOrder(
                Variety.REGULAR,
                listing,
                side,
                quantity,
                product,
                terms,
                Validity.DAY,
                tag,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /// The same, queued for the next session.
    public NewOrder afterMarket() {
        return new NewOrder(
                Variety.AMO, listing, side, quantity, product, terms, validity, tag, disclosed, autoslice, algoId);
    }

    public NewOrder waiting(Validity other) {
        return new NewOrder(variety, listing, side, quantity, product, terms, other, tag, disclosed, autoslice, algoId);
    }

    public NewOrder disclosing(Quantity shown) {
        return new NewOrder(
                variety, listing, side, quantity, product, terms, validity, tag, Optional.of(shown), autoslice, algoId);
    }

    public NewOrder autosliced() {
        return new NewOrder(variety, listing, side, quantity, product, terms, validity, tag, disclosed, true, algoId);
    }

    public NewOrder ofAlgo(String id) {
        return new NewOrder(
                variety, listing, side, quantity, product, terms, validity, tag, disclosed, autoslice, Optional.of(id));
    }

    /// As Kite takes it. `variety` is part of the address.
    public Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("exchange", listing.exchange());
        form.put("tradingsymbol", listing.symbol());
        form.put("transaction_type", side.name());
        form.put("quantity", quantity.toString());
        form.put("product", product.name());
        OrderForm.put(form, terms);
        OrderForm.put(form, validity);
        disclosed.ifPresent(shown -> form.put("disclosed_quantity", shown.toString()));
        if (autoslice) {
            form.put("autoslice", "true");
        }
        form.put("tag", tag.value());
        algoId.ifPresent(id -> form.put("algo_id", id));
        return form;
    }

    static void checkWhole(String field, Quantity quantity) {
        if (quantity.isZero() || quantity.value().scale() > 0) {
            throw new IllegalArgumentException(field + " " + quantity + " must be whole and above 0");
        }
    }
}
