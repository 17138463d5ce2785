// A client of Nexgent: it acts on the status, throws what it was told, and sends again after 429 and 5xx.
// One request comes as a line of JSON. Each time it would wait it says so and goes on at the next line, so that whoever runs it holds the clock.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const nextLine = async () => (await lines.next()).value;
const print = (value) => console.log(JSON.stringify(value));

class ApiError extends Error {
  constructor(message, statusCode, code, details) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.details = details;
  }
}

const { method, url, key, refresh, headers, body } = JSON.parse(await nextLine());
const did = [];
let accessToken = key;

async function refreshTokens() {
  const response = await fetch(refresh.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refreshToken: refresh.token }),
  });
  ({ accessToken } = await response.json());
  did.push('refreshed');
}

async function apiRequest() {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${accessToken}`, ...headers },
    body: body && JSON.stringify(body),
  });
  if (response.ok) {
    return response.json();
  }
  const error = await response.json();
  switch (response.status) {
    case 401:
      if (error.error === 'Token expired') {
        await refreshTokens();
        return apiRequest();
      }
      did.push('went to the login');
      break;
    case 403:
      did.push('showed: You do not have permission for this action');
      break;
    case 404:
      did.push(`showed: ${error.error || 'Resource not found'}`);
      break;
    case 429:
      did.push(`showed: Rate limited. Retry in ${error.retryAfter || 60} seconds`);
      break;
    case 502:
      did.push('showed: Service temporarily unavailable. Please try again.');
      break;
    default:
      did.push(`showed: ${error.error || 'An error occurred'}`);
  }
  throw new ApiError(error.error, response.status, error.code, error.details);
}

async function retryWithBackoff(attempts) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await apiRequest();
    } catch (error) {
      const isRetryable = error instanceof ApiError && (error.statusCode >= 500 || error.statusCode === 429);
      if (!isRetryable || attempt === attempts - 1) {
        throw error;
      }
      print({ waits: Math.min(2 ** attempt, 10) });
      await nextLine();
    }
  }
}

try {
  print({ did, answer: await retryWithBackoff(2) });
} catch (error) {
  if (!(error instanceof ApiError)) {
    throw error;
  }
  print({ did, error: { message: error.message, statusCode: error.statusCode, code: error.code, details: error.details } });
}
process.exit();
