// Money arrives, is converted and leaves: with the client that openapi-generator makes.
import { BeneficiariesApi, Configuration, QuotesApi, ResponseError, SandboxApi, TransactionsApi, WebhooksApi } from './index';

const { CORRIDOR: basePath, KEY: accessToken, ACCOUNT: accountId = '' } = process.env;

async function story(): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken });
  const sandbox = new SandboxApi(configuration);
  const quotes = new QuotesApi(configuration);
  const transactions = new TransactionsApi(configuration);

  await sandbox.deposit({ depositRequest: { accountId, asset: 'USD', amount: '25000.00' } });

  const { quoteId } = await quotes.createQuote({ createQuoteRequest: { accountId, fromAsset: 'USD', toAsset: 'USDC', fromAmount: '10000.00' } });
  const trade = await quotes.executeQuote({ quoteId, idempotencyKey: 'once' });
  console.log(trade.toAmount, trade.toAsset);

  try {
    await quotes.executeQuote({ quoteId });
  } catch (error) {
    if (error instanceof ResponseError) {
      console.log(error.response.status, error.response.headers.get('Corridor-Code'));
    }
  }

  const supplier = { accountId, nickname: 'Supplier', chainName: 'ETHEREUM_SEPOLIA', address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' } as const;
  const { beneficiaryId } = await new BeneficiariesApi(configuration).registerCryptoBeneficiary({ cryptoBeneficiaryRequest: supplier });
  const payment = { accountId, beneficiaryId, amount: '5000.00', asset: 'USDC', chainName: 'ETHEREUM_SEPOLIA' } as const;
  const { transactionId } = await transactions.payOutCrypto({ cryptoPayoutRequest: payment });
  console.log((await transactions.getTransaction({ transactionId })).status);
  await sandbox.settle({ transactionId });
  const { details } = await transactions.getTransaction({ transactionId });
  console.log('toAddress' in details ? details.toAddress : details);

  console.log((await new WebhooksApi(configuration).listWebhookEndpoints({})).data.length, 'endpoints');
}

story().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
