package org.cadastre.collect.unix.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** XML that a command wrote. Without a document type: neither other files nor entities that blow up. */
final class XmlText {

    /** No command that is asked here writes as much; a tree in memory takes many times its text. */
    private static final int LONGEST = 4 << 20;

    private XmlText() {
    }

    /** The root element; empty where the text is no XML, has a document type, or is longer than four megabytes. */
    static Optional<Element> parse(String xml) {
        if (xml.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            // Errors come as exceptions; nothing is to be printed.
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException unintelligible) {
            return Optional.empty();
        }
    }

    static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(element -> element.getTagName().equals(name)).toList();
    }

    /** The first child of a name. */
    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** Text of the first child of a name, stripped; empty where there is none. */
    static String text(Element parent, String name) {
        return child(parent, name).map(element -> element.getTextContent().strip()).orElse("");
    }
}
