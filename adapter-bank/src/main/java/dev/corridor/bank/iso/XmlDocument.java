package dev.corridor.bank.iso;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one document, element by element. */
final class XmlDocument {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** Writes elements. */
    interface Content {
        void write() throws XMLStreamException;
    }

    private XmlDocument() throws XMLStreamException {
        this.writer = FACTORY.createXMLStreamWriter(text);
    }

    /** Fills a document. */
    interface Body {
        void write(XmlDocument document) throws XMLStreamException;
    }

    static String of(String namespace, Body body) {
        try {
            var document = new XmlDocument();
            document.writer.writeStartDocument("UTF-8", "1.0");
            document.writer.writeStartElement("Document");
            document.writer.writeDefaultNamespace(namespace);
            body.write(document);
            document.writer.writeEndElement();
            document.writer.writeEndDocument();
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes what is written", e);
        }
    }

    void element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write();
        writer.writeEndElement();
    }

    void element(String name, String value) throws XMLStreamException {
        element(name, () -> writer.writeCharacters(value));
    }

    void element(String name, Map<String, String> attributes, String value) throws XMLStreamException {
        element(name, () -> {
            for (var attribute : attributes.entrySet()) {
                writer.writeAttribute(attribute.getKey(), attribute.getValue());
            }
            writer.writeCharacters(value);
        });
    }

    /** A value inside several elements, the outermost first. */
    void path(String value, String... names) throws XMLStreamException {
        for (var name : names) {
            writer.writeStartElement(name);
        }
        writer.writeCharacters(value);
        for (int i = 0; i < names.length; i++) {
            writer.writeEndElement();
        }
    }
}
