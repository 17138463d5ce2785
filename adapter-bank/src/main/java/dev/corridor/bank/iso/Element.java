package dev.corridor.bank.iso;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a message, by its local name, because each version of a message has a namespace of its own.
 *
 * @param currency the attribute {@code Ccy}; empty if it has none
 * @param text without blanks at its ends; empty if it has children only
 */
record Element(String name, String currency, String text, List<Element> children) {

    /** Messages have about twenty levels. */
    private static final int MAX_DEPTH = 64;

    private static final XMLInputFactory FACTORY = factory();

    /** A type definition can name files and addresses, and grow without bounds; messages have none. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static final class Open {

        private final String name;
        private final String currency;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        private Open(String name, String currency) {
            this.name = name;
            this.currency = currency;
        }

        private Element close() {
            return new Element(name, currency, text.toString().strip(), List.copyOf(children));
        }
    }

    /**
     * The document's first element.
     *
     * @throws UnreadableMessage if it is not well-formed, is too deep, or defines its own type
     */
    static Element read(byte[] document) {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            var open = new ArrayDeque<Open>();
            open.push(new Open("", ""));
            while (reader.hasNext()) {
                take(reader, open);
            }
            return open.pop().children.getFirst();
        } catch (XMLStreamException e) {
            throw UnreadableMessage.notWellFormed(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static void take(XMLStreamReader reader, ArrayDeque<Open> open) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() > MAX_DEPTH) {
                    throw new UnreadableMessage("has more than " + MAX_DEPTH + " levels");
                }
                open.push(new Open(reader.getLocalName(), Optional.ofNullable(reader.getAttributeValue(null, "Ccy")).orElse("")));
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.getFirst().text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> {
                var closed = open.pop().close();
                open.getFirst().children.add(closed);
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new UnreadableMessage("has a document type definition");
            default -> {
                // Comments and instructions say nothing.
            }
        }
    }

    /** Those that are reached by the names, in their order. */
    Stream<Element> all(String... path) {
        var found = Stream.of(this);
        for (var step : path) {
            found = found.flatMap(element -> element.children.stream().filter(child -> child.name.equals(step)));
        }
        return found;
    }

    Optional<Element> first(String... path) {
        return all(path).findFirst();
    }

    /** The text of the first that is reached by the names; empty if there is none, or it has none. */
    String textAt(String... path) {
        return first(path).map(Element::text).orElse("");
    }
}
