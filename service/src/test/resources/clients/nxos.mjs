// A client of NXOS: it branches on the code, and quotes the request id of whatever it does not expect.
// One request comes as a line of JSON; what became of it goes out as a line of JSON.
import { createInterface } from 'node:readline/promises';

const { method, url, key, body } = JSON.parse(await createInterface({ input: process.stdin }).question(''));

async function send() {
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (response.ok) {
    return { did: 'went on', object: (await response.json()).object };
  }
  const { error } = await response.json();
  switch (error.code) {
    case 'insufficient_funds':
      return { did: 'asked for funds' };
    case 'validation_error':
      return { did: 'showed the input again', message: error.message };
    default:
      return { did: 'logged', text: `API error: ${error.code} (${error.requestId})`, requestId: response.headers.get('x-request-id') };
  }
}

console.log(JSON.stringify(await send()));
process.exit();
