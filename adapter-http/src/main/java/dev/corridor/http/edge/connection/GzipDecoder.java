package dev.corridor.http.edge.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import java.util.List;

/** Unpacks a body piece by piece. It must be one whole member of gzip (RFC 1952), with its checksum, and nothing behind it. */
final class GzipDecoder implements AutoCloseable {

    private final Strict decoder;
    private final EmbeddedChannel channel;

    /** @param maxBytes how much one piece may become at most */
    GzipDecoder(int maxBytes) {
        this.decoder = new Strict(maxBytes);
        this.channel = new EmbeddedChannel(decoder);
    }

    /**
     * Takes the piece over.
     *
     * @throws DecoderException if it is not gzip, unpacks to more than the limit, or follows the end of the member
     */
    ByteBuf unpack(ByteBuf piece) {
        channel.writeInbound(piece);
        var unpacked = Unpooled.compositeBuffer();
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            unpacked.addComponent(true, part);
        }
        return unpacked;
    }

    boolean isComplete() {
        return decoder.isClosed();
    }

    /** Drops what was not read. */
    @Override
    public void close() {
        try {
            channel.finishAndReleaseAll();
        } catch (DecoderException e) {
            channel.releaseInbound();
        }
    }

    private static final class Strict extends JdkZlibDecoder {

        private Strict(int maxBytes) {
            super(ZlibWrapper.GZIP, maxBytes);
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
            if (isClosed() && in.isReadable()) {
                in.skipBytes(in.readableBytes());
                throw new DecompressionException("bytes behind the end");
            }
            super.decode(context, in, out);
        }
    }
}
