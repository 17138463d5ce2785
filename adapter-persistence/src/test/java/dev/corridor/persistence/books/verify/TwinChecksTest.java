package dev.corridor.persistence.books.verify;

import dev.corridor.persistence.reconciliation.PostgresRailBooksTest;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.persistence.testing.TwinWay;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/**
 * The books are verified, closed and compared with the rails where tables are spread by organization. These statements are about all organizations, and each is
 * one that decomposes: every node could do its part of it.
 */
class TwinChecksTest {

    private TwinWay way;

    private DataSource wayTo(TestDatabase database) {
        way = TwinWay.to(database);
        return way.dataSource();
    }

    @Nested
    class Verifier extends BooksVerifierTest {

        /** Each plan has hundreds of parts. */
        @Override
        protected int rowsInSmallRange() {
            return 10;
        }

        /** It is not: indexes that have parts have no statistics. So this is no test here. */
        @Override
        void how_many_rows_there_are_is_known_from_the_statistics() {}

        @Override
        protected TestDatabase anEmptyDatabase() {
            return TwinWay.aTwin();
        }

        @Override
        protected DataSource wayTo(TestDatabase books) {
            return TwinChecksTest.this.wayTo(books);
        }

        @Override
        @AfterEach
        protected void close() {
            way.close();
            super.close();
        }
    }

    @Nested
    class Transfers extends TransferChecksTest {

        @Override
        protected TestDatabase anEmptyDatabase() {
            return TwinWay.aTwin();
        }

        @Override
        protected DataSource wayTo(TestDatabase books) {
            return TwinChecksTest.this.wayTo(books);
        }

        @Override
        @AfterEach
        protected void close() {
            way.close();
            super.close();
        }
    }

    @Nested
    class Closings extends ClosingsTest {

        @Override
        protected TestDatabase anEmptyDatabase() {
            return TwinWay.aTwin();
        }

        @Override
        protected DataSource wayTo(TestDatabase books) {
            return TwinChecksTest.this.wayTo(books);
        }

        @Override
        @AfterEach
        protected void close() {
            way.close();
            super.close();
        }
    }

    @Nested
    class Rails extends PostgresRailBooksTest {

        @Override
        protected TestDatabase anEmptyDatabase() {
            return TwinWay.aTwin();
        }

        @Override
        protected DataSource wayTo(TestDatabase books) {
            return TwinChecksTest.this.wayTo(books);
        }

        @Override
        @AfterAll
        protected void close() {
            way.close();
            super.close();
        }
    }
}
