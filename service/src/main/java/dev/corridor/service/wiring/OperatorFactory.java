package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.operator.AuthenticateOperator;
import dev.corridor.application.operator.AuthenticateOperatorService;
import dev.corridor.application.operator.DecideProposal;
import dev.corridor.application.operator.DecideProposalService;
import dev.corridor.application.operator.EnrolOperator;
import dev.corridor.application.operator.EnrolOperatorService;
import dev.corridor.application.operator.GetEnrolment;
import dev.corridor.application.operator.GetEnrolmentService;
import dev.corridor.application.operator.ListOperators;
import dev.corridor.application.operator.ListOperatorsService;
import dev.corridor.application.operator.ListProposals;
import dev.corridor.application.operator.ListProposalsService;
import dev.corridor.application.operator.ListSuspended;
import dev.corridor.application.operator.ListSuspendedService;
import dev.corridor.application.operator.LogInOperator;
import dev.corridor.application.operator.LogInOperatorService;
import dev.corridor.application.operator.LogOutOperator;
import dev.corridor.application.operator.LogOutOperatorService;
import dev.corridor.application.operator.ProposeMovement;
import dev.corridor.application.operator.ProposeMovementService;
import dev.corridor.application.operator.ReadLoad;
import dev.corridor.application.operator.ReadLoadService;
import dev.corridor.application.operator.port.OneTimeCodes;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.application.reconciliation.port.Reconciliations;
import dev.corridor.application.transaction.DecidePayoutService;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.crypto.TimedCodes;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.operator.PostgresLoadFigures;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.operator.PostgresProposals;
import dev.corridor.persistence.operator.PostgresSuspensions;
import dev.corridor.persistence.operator.TinkOperatorSecrets;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Operators who log in, and what they look at: ports, use cases and upkeep. They are let in while the pool of requests is exhausted. */
@Factory
final class OperatorFactory {

    @Singleton
    Operators operators(@Named(DatabaseFactory.ACCESS) DataSource dataSource) {
        return new PostgresOperators(dataSource);
    }

    @Singleton
    OperatorSecrets operatorSecrets(MasterKey masterKey) {
        return new TinkOperatorSecrets(masterKey, ClockAndIds::bytes);
    }

    @Singleton
    OneTimeCodes oneTimeCodes() {
        return new TimedCodes();
    }

    @Singleton
    LogInOperator logInOperator(
            Operators operators, PasswordHashes hashes, OneTimeCodes codes, OperatorSecrets secrets, AuditLog audit, InstantSource clock) {
        return new LogInOperatorService(operators, hashes, codes, secrets, audit, clock);
    }

    @Singleton
    GetEnrolment getEnrolment(Operators operators, OperatorSecrets secrets, InstantSource clock) {
        return new GetEnrolmentService(operators, secrets, clock);
    }

    @Singleton
    EnrolOperator enrolOperator(
            Operators operators, PasswordHashes hashes, OneTimeCodes codes, OperatorSecrets secrets, AuditLog audit, InstantSource clock) {
        return new EnrolOperatorService(operators, hashes, codes, secrets, audit, clock);
    }

    @Singleton
    AuthenticateOperator authenticateOperator(Operators operators, UnknownKeys unknownKeys, InstantSource clock) {
        return new AuthenticateOperatorService(operators, unknownKeys, clock);
    }

    @Singleton
    Proposals proposals(@Named(DatabaseFactory.ACCESS) DataSource dataSource) {
        return new PostgresProposals(dataSource);
    }

    @Singleton
    ListProposals listProposals(Proposals proposals) {
        return new ListProposalsService(proposals);
    }

    @Singleton
    ProposeMovement proposeMovement(
            Proposals proposals, Transactions transactions, TimeOrderedIds ids, AuditLog audit, InstantSource clock) {
        return new ProposeMovementService(proposals, transactions, ids, audit, clock);
    }

    @Singleton
    DecideProposal decideProposal(
            Proposals proposals,
            Books books,
            Transactions transactions,
            BankOutbox outbox,
            ReverseTransaction reverseTransaction,
            ReturnPayout returnPayout,
            Settings settings,
            AuditLog audit,
            InstantSource clock) {
        var decidePayout = new DecidePayoutService(books, transactions, outbox, returnPayout, audit);
        return new DecideProposalService(proposals, reverseTransaction, decidePayout, settings.environment(), audit, clock);
    }

    @Singleton
    LogOutOperator logOutOperator(Operators operators, AuditLog audit, InstantSource clock) {
        return new LogOutOperatorService(operators, audit, clock);
    }

    @Singleton
    ListOperators listOperators(Operators operators) {
        return new ListOperatorsService(operators);
    }

    @Singleton
    ListSuspended listSuspended(@Named(DatabaseFactory.ACCESS) DataSource dataSource, InstantSource clock) {
        return new ListSuspendedService(new PostgresSuspensions(dataSource), clock);
    }

    @Singleton
    ReadLoad readLoad(
            @Named(DatabaseFactory.ACCESS) DataSource dataSource,
            PostgresBooks books,
            Reconciliations reconciliations,
            Settings settings,
            BankFactory.Banks banks) {
        return new ReadLoadService(new PostgresLoadFigures(dataSource, books), reconciliations, RailFactory.connected(settings, banks));
    }

    @Singleton
    Upkeep operatorSessionRemoval(Operators operators, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(1_000, limit -> operators.removeExpired(clock.instant(), limit));
        return Upkeep.every(Duration.ofMinutes(1), "removing operators' sessions", remove).notBefore(Duration.ofMinutes(1));
    }
}
