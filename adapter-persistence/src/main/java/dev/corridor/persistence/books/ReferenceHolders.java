package dev.corridor.persistence.books;

import static dev.corridor.persistence.ColumnTypes.reference;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Finds what has the references that a batch names: one statement per kind that is named, along the unique index of that kind. */
final class ReferenceHolders {

    static final Statement ACCOUNTS = select("account_id", "accounts", "");
    static final Statement BENEFICIARIES = select("beneficiary_id", "beneficiaries", " and status <> 'ARCHIVED'");
    static final Statement TRANSACTIONS = select("transaction_id", "transactions", " and status <> 'DECLINED'");

    private record Holder(Reference reference, String id) {}

    private ReferenceHolders() {}

    static void find(List<Reference> references, BiConsumer<Reference, String> found, Statements statements) {
        references.stream()
                .collect(Collectors.groupingBy(Reference::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()))
                .forEach((kind, named) -> statements.query(
                        select(kind),
                        new Rows(kind),
                        holder -> found.accept(holder.reference, holder.id),
                        ArrayType.UUIDS.of(named, reference -> reference.organization().uuid()),
                        ArrayType.TEXTS.of(named, Reference::text)));
    }

    private static Statement select(Kind kind) {
        return switch (kind) {
            case ACCOUNT -> ACCOUNTS;
            case BENEFICIARY -> BENEFICIARIES;
            case TRANSACTION -> TRANSACTIONS;
        };
    }

    private static Statement select(String id, String table, String held) {
        return Statement.of(
                "select organization_id, reference, " + id + " as id from " + table
                        + " where organization_id = any(?) and reference = any(?)" + held,
                ArrayType.UUIDS,
                ArrayType.TEXTS);
    }

    private record Rows(Kind kind) implements RowMapper<Holder> {

        @Override
        public Holder map(ResultSet row, StatementContext context) throws SQLException {
            return new Holder(reference(row, kind).orElseThrow(), id(uuid(row, "id")).toString());
        }

        private Object id(UUID uuid) {
            return switch (kind) {
                case ACCOUNT -> new AccountId(uuid);
                case BENEFICIARY -> new BeneficiaryId(uuid);
                case TRANSACTION -> new TransactionId(uuid);
            };
        }
    }
}
