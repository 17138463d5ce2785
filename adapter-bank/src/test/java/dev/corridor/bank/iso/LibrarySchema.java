package dev.corridor.bank.iso;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The model that a library has of a message, as a schema: the names, their order, and what must be there. */
final class LibrarySchema {

    private final Schema schema;

    private LibrarySchema(Schema schema) {
        this.schema = schema;
    }

    static LibrarySchema of(Class<? extends AbstractMX> message) {
        var drawn = new HashMap<String, StringWriter>();
        try {
            JAXBContext.newInstance(message).generateSchema(new SchemaOutputResolver() {
                @Override
                public Result createOutput(String namespace, String file) {
                    drawn.put(namespace, new StringWriter());
                    var result = new StreamResult(drawn.get(namespace));
                    result.setSystemId(file);
                    return result;
                }
            });
            var source = new StreamSource(new StringReader(qualified(drawn)));
            return new LibrarySchema(SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(source));
        } catch (JAXBException | IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library has its types in no namespace, and gives them that of the message when it writes one. */
    private static String qualified(Map<String, StringWriter> drawn) {
        var namespace = drawn.keySet().stream().filter(name -> !name.isEmpty()).findFirst().orElseThrow();
        return drawn.get("")
                .toString()
                .replaceFirst(
                        "<xs:schema ([^>]*)>",
                        "<xs:schema $1 xmlns=\"%s\" targetNamespace=\"%s\" elementFormDefault=\"qualified\"><xs:element name=\"Document\" type=\"Document\"/>"
                                .formatted(namespace, namespace));
    }

    void requireValid(String content) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(content)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(content, e);
        }
    }
}
