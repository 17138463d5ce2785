import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.BeneficiariesApi;
import org.openapitools.client.api.QuotesApi;
import org.openapitools.client.api.SandboxApi;
import org.openapitools.client.api.TransactionsApi;
import org.openapitools.client.api.WebhooksApi;
import org.openapitools.client.model.Asset;
import org.openapitools.client.model.CreateQuoteRequest;
import org.openapitools.client.model.CryptoBeneficiaryRequest;
import org.openapitools.client.model.CryptoPayoutRequest;
import org.openapitools.client.model.DepositRequest;
import org.openapitools.client.model.Trade;

/** Money arrives, is converted and leaves: with the client that openapi-generator makes. */
public final class FirstPayment {

    private FirstPayment() {}

    public static void main(String... arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.setBasePath(System.getenv("CORRIDOR"));
        client.setBearerToken(System.getenv("KEY"));
        String account = System.getenv("ACCOUNT");
        SandboxApi sandbox = new SandboxApi(client);
        QuotesApi quotes = new QuotesApi(client);
        TransactionsApi transactions = new TransactionsApi(client);

        DepositRequest deposit = new DepositRequest().accountId(account).asset(Asset.USD).amount("25000.00");
        sandbox.deposit(deposit, null, null, null, null);

        CreateQuoteRequest wish = new CreateQuoteRequest().accountId(account).fromAsset(Asset.USD).toAsset(Asset.USDC).fromAmount("10000.00");
        String quote = quotes.createQuote(wish, null, null, null, null).getQuoteId();
        Trade trade = quotes.executeQuote(quote, "once", null, null, null);
        System.out.println(trade.getToAmount() + " " + trade.getToAsset());

        try {
            quotes.executeQuote(quote, null, null, null, null);
        } catch (ApiException refusal) {
            System.out.println(refusal.getCode() + " " + refusal.getResponseHeaders().get("Corridor-Code").get(0));
        }

        CryptoBeneficiaryRequest supplier = new CryptoBeneficiaryRequest()
                .accountId(account)
                .nickname("Supplier")
                .chainName(CryptoBeneficiaryRequest.ChainNameEnum.ETHEREUM_SEPOLIA)
                .address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        String beneficiary = new BeneficiariesApi(client).registerCryptoBeneficiary(supplier, null, null, null, null).getBeneficiaryId();
        CryptoPayoutRequest payment = new CryptoPayoutRequest()
                .accountId(account)
                .beneficiaryId(beneficiary)
                .amount("5000.00")
                .asset(CryptoPayoutRequest.AssetEnum.USDC)
                .chainName(CryptoPayoutRequest.ChainNameEnum.ETHEREUM_SEPOLIA);
        String payout = transactions.payOutCrypto(payment, null, null, null, null).getTransactionId();
        System.out.println(transactions.getTransaction(payout, null, null, null).getStatus());
        sandbox.settle(payout, null, null, null, null);
        System.out.println(transactions.getTransaction(payout, null, null, null).getDetails().getTransactionCryptoPayoutDetails().getToAddress());

        System.out.println(new WebhooksApi(client).listWebhookEndpoints(null, null, null, null, null).getData().size() + " endpoints");
        // The threads of its HTTP client go on for a minute.
        System.exit(0);
    }
}
