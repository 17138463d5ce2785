package dev.corridor.chain.evm;

import dev.corridor.application.transaction.port.Chain.Unavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The nodes of a chain. One that fails is asked last, until another one fails. */
final class EvmNodes {

    private static final System.Logger LOG = System.getLogger(EvmNodes.class.getName());

    private final List<EvmNode> nodes;
    private final AtomicInteger preferred = new AtomicInteger();

    EvmNodes(List<EvmNode> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    static EvmNodes of(EvmSettings settings) {
        var http = new JsonHttp(settings.timeout());
        return new EvmNodes(settings.rpc().stream().map(uri -> new EvmNode(uri, settings.chainId(), http)).toList());
    }

    /** The answer of the first node that gives one. A refusal is an answer. */
    <T> T any(Function<EvmNode, T> question) {
        int first = preferred.get();
        Unavailable last = null;
        for (int i = 0; i < nodes.size(); i++) {
            int asked = (first + i) % nodes.size();
            try {
                var answer = question.apply(nodes.get(asked));
                preferred.set(asked);
                return answer;
            } catch (Unavailable e) {
                LOG.log(System.Logger.Level.WARNING, "A node has failed: {0}", e.getMessage());
                last = e;
            }
        }
        throw new Unavailable("none of " + nodes.size() + " nodes has answered", last);
    }

    /**
     * How many nodes answer what. Those that cannot be asked, or refuse, are missing.
     *
     * @throws Unavailable if all are missing
     */
    <T> Map<T, Long> votes(Function<EvmNode, T> question) {
        var answers = new ArrayList<T>();
        Exception last = null;
        for (var node : nodes) {
            try {
                answers.add(question.apply(node));
            } catch (Unavailable | NodeException e) {
                LOG.log(System.Logger.Level.WARNING, "A node has failed: {0}", e.getMessage());
                last = e;
            }
        }
        if (answers.isEmpty()) {
            throw new Unavailable("none of " + nodes.size() + " nodes has answered", last);
        }
        return answers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /**
     * What more than half of the nodes answer.
     *
     * @param about what they disagree about otherwise
     */
    <T> T agreed(Function<EvmNode, T> question, String about) {
        return votes(question).entrySet().stream()
                .filter(vote -> isMajority(vote.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Unavailable("the nodes disagree about " + about));
    }

    /** The highest block that more than half of the nodes have reached, less the confirmations; negative if none is final. */
    long lastFinal(int confirmations) {
        var heights = votes(EvmNode::blockNumber);
        return heights.keySet().stream()
                .filter(height -> isMajority(reached(height, heights)))
                .max(Comparator.naturalOrder())
                .map(height -> height - confirmations + 1)
                .orElseThrow(() -> new Unavailable("too few nodes have answered"));
    }

    private static long reached(long height, Map<Long, Long> heights) {
        return heights.entrySet().stream().filter(vote -> vote.getKey() >= height).mapToLong(Map.Entry::getValue).sum();
    }

    boolean isMajority(long votes) {
        return votes * 2 > nodes.size();
    }
}
