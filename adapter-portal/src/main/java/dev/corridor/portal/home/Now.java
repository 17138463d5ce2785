package dev.corridor.portal.home;

import dev.corridor.application.Page;
import dev.corridor.application.account.GetAccount;
import dev.corridor.domain.transaction.Transaction;
import java.time.Instant;
import java.util.List;

/** How things stand at a moment. */
record Now(List<Attention> attention, Page<GetAccount.Result> accounts, List<Transaction> payments, Instant at) {}
