package dev.corridor.market;

import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.Symbol;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The euro reference rates of the European Central Bank, fixed on each working day at about 16:00 Frankfurt time.
 *
 * <p>Source: the bank's "Euro foreign exchange reference rates", eurofxref-daily.xml: {@code <Cube time="2025-03-14"><Cube currency="USD"
 * rate="1.0889"/>}.
 */
public final class EcbRates implements RateSource {

    /** The base of all rates. */
    public static final String BASE = "EUR";

    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final LocalTime FIXING = LocalTime.of(16, 0);
    private static final String CUBE = "Cube";

    /** DTDs and external entities are disabled, against XXE and entity expansion. */
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    private record Fixing(Instant at, Map<String, String> prices) {}

    private final List<Symbol> symbols;
    private final URI address;
    private final Upstream upstream;

    /** @param symbols with the euro as base and a counter currency that the bank quotes */
    public EcbRates(List<Symbol> symbols, URI address, Upstream upstream) {
        this.symbols = List.copyOf(symbols);
        this.address = address;
        this.upstream = upstream;
    }

    @Override
    public String name() {
        return "ecb";
    }

    @Override
    public boolean isResting() {
        return upstream.isResting();
    }

    @Override
    public List<Observation> observe(Instant slot) {
        var fixing = read(upstream.get(address));
        return symbols.stream()
                .filter(symbol -> fixing.prices.containsKey(symbol.counter().code()))
                .map(symbol -> Observation.ofPrice(symbol, fixing.prices.get(symbol.counter().code()), fixing.at))
                .toList();
    }

    private static Fixing read(byte[] document) {
        try {
            return read(XML.createXMLStreamReader(new ByteArrayInputStream(document)));
        } catch (XMLStreamException | DateTimeParseException e) {
            throw new Unavailable("unreadable answer");
        }
    }

    private static Fixing read(XMLStreamReader reader) throws XMLStreamException {
        Instant at = null;
        var prices = new HashMap<String, String>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a list of rates defines nothing");
            }
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(CUBE)) {
                var time = reader.getAttributeValue(null, "time");
                var currency = reader.getAttributeValue(null, "currency");
                var rate = reader.getAttributeValue(null, "rate");
                if (time != null) {
                    at = LocalDate.parse(time).atTime(FIXING).atZone(FRANKFURT).toInstant();
                }
                if (currency != null && rate != null) {
                    prices.put(currency, rate);
                }
            }
        }
        if (at == null) {
            throw new XMLStreamException("a list of rates has a date");
        }
        return new Fixing(at, prices);
    }
}
