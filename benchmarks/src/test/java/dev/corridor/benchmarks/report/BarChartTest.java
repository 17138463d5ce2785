package dev.corridor.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.corridor.benchmarks.report.BarChart.Group;
import dev.corridor.benchmarks.report.BarChart.Panel;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class BarChartTest {

    @Test
    void bars_are_as_high_as_their_values() throws Exception {
        var svg = parse(chart("uniform", new Group("8", List.of(1_000.0, 3_000.0), "3.00x")));

        double left = Double.parseDouble(bar(svg, "pgbench, 8: 1,000").getAttribute("height"));
        double right = Double.parseDouble(bar(svg, "Corridor, 8: 3,000").getAttribute("height"));
        assertThat(right).isCloseTo(3 * left, within(0.2));
    }

    @Test
    void all_panels_stand_within_the_picture() throws Exception {
        var groups = IntStream.range(0, 4).mapToObj(i -> new Group("" + i, List.of(1.0, 12_345.0), "")).toList();
        var panels = List.of(new Panel("a", groups), new Panel("b", groups));
        var svg = parse(new BarChart("All", "pairs/s", List.of("pgbench", "Corridor"), panels));

        double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
        assertThat(elements(svg, "rect"))
                .allSatisfy(bar -> assertThat(number(bar, "x") + number(bar, "width")).isLessThanOrEqualTo(width))
                .allSatisfy(bar -> assertThat(number(bar, "y")).isGreaterThanOrEqualTo(0));
    }

    @Test
    void nothing_done_is_a_chart_without_height() throws Exception {
        var svg = parse(chart("uniform", new Group("8", List.of(0.0, 0.0), "")));

        assertThat(bar(svg, "Corridor, 8: 0").getAttribute("height")).isEqualTo("0.0");
    }

    @Test
    void text_is_escaped() throws Exception {
        var svg = parse(chart("<b> & \"co\"", new Group("8", List.of(1.0, 2.0), "")));

        assertThat(elements(svg, "text")).extracting(Element::getTextContent).contains("<b> & \"co\"");
    }

    @Test
    void a_group_has_a_bar_for_each_series() {
        assertThatThrownBy(() -> chart("uniform", new Group("8", List.of(1.0), ""))).isInstanceOf(IllegalArgumentException.class);
    }

    private static BarChart chart(String heading, Group group) {
        return new BarChart("Pairs", "pairs/s", List.of("pgbench", "Corridor"), List.of(new Panel(heading, List.of(group))));
    }

    private static Document parse(BarChart chart) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(chart.svg())));
    }

    private static Element bar(Document svg, String title) {
        return elements(svg, "rect").stream().filter(bar -> bar.getTextContent().equals(title)).findAny().orElseThrow();
    }

    private static List<Element> elements(Document svg, String name) {
        var nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private static double number(Element element, String attribute) {
        var text = element.getAttribute(attribute);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
