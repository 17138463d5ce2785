// Checks an AsyncAPI document with the parser of its project. Any finding is an error.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], 'utf8'));
for (const { code, path, message } of diagnostics) {
  console.log(`${code} at ${path.join('.')}: ${message}`);
}
process.exit(document && diagnostics.length === 0 ? 0 : 1);
