package dev.corridor.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void a_sample_belongs_to_the_innermost_frame_that_is_someones_part() {
        var stacks = List.of(
                "[default-eventLoopGroup-2-1 tid=1];java/lang/Thread.run;io/netty/channel/X.read;io/micronaut/http/Y.filter;dev/corridor/http/access/Z.check 3",
                "[default-eventLoopGroup-2-1 tid=1];java/lang/Thread.run;io/netty/channel/X.read;sun/nio/ch/SocketChannelImpl.write;tcp_sendmsg_[k] 4",
                "[books-1 tid=2];java/lang/Thread.run;dev/corridor/persistence/lane/Writer.run;org/postgresql/core/PGStream.flush;tcp_sendmsg_[k] 2",
                "[books-1 tid=2];java/lang/Thread.run;dev/corridor/persistence/lane/Writer.run;java/util/HashMap.get 1",
                "[VM Thread tid=3];thread_native_entry 1");

        assertThat(Parts.of(stacks).samples()).isEqualTo(
                Map.of(Part.AUTHENTICATION, 3L, Part.SOCKETS, 4L, Part.DRIVER, 2L, Part.BOOKS, 1L, Part.JVM, 1L));
    }

    @Test
    void the_longest_name_of_a_part_counts() {
        var parts = Parts
                .of(List.of("[t tid=1];io/netty/channel/nio/NioIoHandler.select;epoll_wait_[k] 1", "[t tid=1];io/micronaut/serde/X.write 3"));

        assertThat(parts.shareOf(Part.HAND_OVERS)).isEqualTo(0.25);
        assertThat(parts.shareOf(Part.JSON)).isEqualTo(0.75);
    }

    @Test
    void what_the_jvm_compiles_is_left_out() {
        assertThat(Parts.of(List.of("[C2 CompilerThre tid=1];clone3;C2Compiler::compile_method 5")).samples()).isEmpty();
    }
}
