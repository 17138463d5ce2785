// Money arrives, is converted and leaves.
import { Corridor, CorridorError } from '../src/index.js';

const { CORRIDOR: url = '', KEY: key = '', ACCOUNT: accountId = '' } = process.env;
const corridor = new Corridor({ url, key });

await corridor.post('/v1/sandbox/deposits', { body: { accountId, asset: 'USD', amount: '25000.00' } });

const quote = await corridor.post('/v1/quotes', {
  body: { accountId, fromAsset: 'USD', toAsset: 'USDC', fromAmount: '10000.00' },
});
const trade = await corridor.post('/v1/quotes/{quoteId}/execute', { path: { quoteId: quote.quoteId } });
console.log(trade.toAmount, trade.toAsset);

try {
  await corridor.post('/v1/quotes/{quoteId}/execute', { path: { quoteId: quote.quoteId } });
} catch (error) {
  if (error instanceof CorridorError && error.is('quote_already_used')) {
    console.log(error.code, 'at', error.problem.details.executedAt);
  }
}

const supplier = await corridor.post('/v1/beneficiaries/crypto', {
  body: { accountId, nickname: 'Supplier', chainName: 'ETHEREUM_SEPOLIA', address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' },
});
const payout = await corridor.post('/v1/transactions/crypto-payouts', {
  body: { accountId, beneficiaryId: supplier.beneficiaryId, amount: '5000.00', asset: 'USDC', chainName: 'ETHEREUM_SEPOLIA' },
});
console.log(payout.status);

const { transactionId } = payout;
await corridor.post('/v1/sandbox/transactions/{transactionId}/settle', { path: { transactionId } });
console.log((await corridor.get('/v1/transactions/{transactionId}', { path: { transactionId } })).status);
