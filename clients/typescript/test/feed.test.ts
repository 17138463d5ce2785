// Against a server whose WebSockets do as they are told, one after the other.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { test } from 'node:test';
import { ConnectionError, Corridor } from '../src/index.js';

const KEY_OF_HANDSHAKES = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const MAINTENANCE = {
  type: '/errors/service_unavailable',
  title: 'T',
  status: 503,
  detail: 'D',
  instance: 'urn:corridor:request:req_1',
  code: 'service_unavailable',
  outcome: 'not_applied',
  retry: 'after',
  details: { retryAfter: 1 },
};

interface Told {
  client: Corridor;
  handshakes: () => number;
  /** With every connection: this process would wait for those that are open. */
  close: () => void;
}

/** Each handshake is refused with a status, or gets a frame after its subscription. What is asked otherwise is answered with the ticket, or that status. */
async function told(answers: (number | object)[]): Promise<Told> {
  let handshakes = 0;
  let refusal = 200;
  const upgraded = new Set<Duplex>();
  const server = createServer((_, response) => {
    response.writeHead(refusal, { 'Content-Type': 'application/json' }).end('{"object":"ticket","ticket":"t"}');
    refusal = 200;
  });
  server.on('upgrade', (request, socket) => {
    handshakes++;
    upgraded.add(socket);
    const answer = answers.shift() ?? 503;
    if (typeof answer === 'number') {
      refusal = answer;
      socket.end(`HTTP/1.1 ${answer} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      return;
    }
    const accept = createHash('sha1')
      .update(request.headers['sec-websocket-key'] + KEY_OF_HANDSHAKES)
      .digest('base64');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    const text = Buffer.from(JSON.stringify(answer));
    const head = text.length < 126 ? [0x81, text.length] : [0x81, 126, text.length >> 8, text.length & 0xff];
    socket.once('data', () => socket.write(Buffer.concat([Buffer.from(head), text])));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    upgraded.forEach((socket) => socket.destroy());
    server.closeAllConnections();
    server.close();
  };
  return { client: new Corridor({ url, key: 'key_1' }), handshakes: () => handshakes, close };
}

test('an error that is for now only does not end the feed', { timeout: 30_000 }, async () => {
  const { client, handshakes, close } = await told([
    { cmd: 'error', error: MAINTENANCE },
    { cmd: 'transactions', seq: 7, data: { object: 'transaction' } },
  ]);
  const events = client.follow('transactions', { from: 6 });

  assert.equal((await events.next()).value?.seq, 7);
  assert.equal(handshakes(), 2);

  await events.return();
  close();
});

test('a connection that is refused ends the feed, and one that is not had yet does not', { timeout: 30_000 }, async () => {
  const { client, handshakes, close } = await told([503, 401]);

  await assert.rejects(client.follow('transactions').next(), (error: unknown) => {
    assert(error instanceof ConnectionError);
    assert.equal(error.cause, 'the feed was refused with 401');
    return true;
  });
  assert.equal(handshakes(), 2);

  close();
});
