package dev.corridor.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.transaction.port.Bank.Content.Report;
import dev.corridor.application.transaction.port.Bank.Content.Unreadable;
import dev.corridor.application.transaction.port.Bank.Mail;
import dev.corridor.bank.folder.LocalFolders;
import dev.corridor.bank.iso.PayingAccount;
import dev.corridor.bank.testing.BankMessages;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.money.Asset;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoBankTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PayingAccount ACCOUNT = new PayingAccount("Corridor", "DE89370400440532013000", "COBADEFF");
    private static final String STATUS = BankMessages.status("main-0000000001", "0".repeat(32), "ACSC", "");

    @TempDir
    private Path outbox;

    @TempDir
    private Path inbox;

    private IsoBank bank;

    @BeforeEach
    void it_is_connected() {
        bank = new IsoBank("main", Set.of(Asset.EUR), ACCOUNT, new LocalFolders(outbox, inbox));
    }

    @Test
    void it_pays_its_currencies_by_sepa_and_by_wire() {
        assertThat(bank.pays(BankMethod.SEPA, Asset.EUR)).isTrue();
        assertThat(bank.pays(BankMethod.WIRE, Asset.EUR)).isTrue();
        assertThat(bank.pays(BankMethod.WIRE, Asset.USD)).isFalse();
        assertThat(new IsoBank("us", Set.of(Asset.USD), ACCOUNT, new LocalFolders(outbox, inbox)).pays(BankMethod.ACH, Asset.USD)).isFalse();
    }

    @Test
    void files_are_read_from_the_oldest_to_the_newest() throws IOException {
        arrives("b.xml", STATUS, NOON.minusSeconds(60));
        arrives("a.xml", STATUS.replace("ACSC", "ACCC"), NOON.minusSeconds(30));

        assertThat(bank.mail(NOON, 10)).extracting(Mail::name).containsExactly("b.xml", "a.xml");
        assertThat(bank.mail(NOON, 1)).extracting(Mail::name).containsExactly("b.xml");
    }

    @Test
    void a_copy_has_the_same_digest() throws IOException {
        arrives("a.xml", STATUS, NOON.minusSeconds(60));
        arrives("b.xml", STATUS, NOON.minusSeconds(60));

        assertThat(bank.mail(NOON, 10)).extracting(Mail::digest).hasSize(2).containsOnly(bank.mail(NOON, 1).getFirst().digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {".a.xml", "a.xml.tmp", "a.xml.PART", "a.xml.filepart"})
    void a_file_with_the_name_of_an_unfinished_one_is_left_alone(String name) throws IOException {
        arrives(name, STATUS, NOON.minusSeconds(3600));

        assertThat(bank.mail(NOON, 10)).isEmpty();
    }

    @Test
    void a_file_that_has_just_changed_is_left_alone() throws IOException {
        arrives("a.xml", STATUS, NOON.minusSeconds(1));

        assertThat(bank.mail(NOON, 10)).isEmpty();
        assertThat(bank.mail(NOON.plusSeconds(1), 10)).hasSize(1);
    }

    @Test
    void a_cut_file_is_left_alone_until_it_must_be_taken_for_whole() throws IOException {
        arrives("a.xml", STATUS.substring(0, STATUS.length() / 2), NOON.minusSeconds(60));

        assertThat(bank.mail(NOON, 10)).isEmpty();
        assertThat(bank.mail(NOON.plusSeconds(600), 10)).singleElement().satisfies(mail -> assertThat(mail.content())
                .isInstanceOfSatisfying(Unreadable.class, bad -> assertThat(bad.reason()).startsWith("is not well-formed XML")));
        arrives("a.xml", STATUS, NOON);
        assertThat(bank.mail(NOON.plusSeconds(2), 10)).singleElement()
                .satisfies(mail -> assertThat(mail.content()).isInstanceOf(Report.class));
    }

    @Test
    void a_file_without_bounds_is_not_read() throws IOException {
        try (var sparse = new RandomAccessFile(inbox.resolve("a.xml").toFile(), "rw")) {
            sparse.setLength(1L << 32);
        }
        Files.setLastModifiedTime(inbox.resolve("a.xml"), FileTime.from(NOON.minusSeconds(60)));

        assertThat(bank.mail(NOON, 10)).singleElement()
                .satisfies(mail -> assertThat(mail.content()).isEqualTo(new Unreadable("has more than 33554432 bytes")));
    }

    @Test
    void what_is_done_is_archived_and_what_is_bad_lies_beside_its_reason() throws IOException {
        arrives("good.xml", STATUS, NOON.minusSeconds(60));
        arrives("bad.xml", "<Document/>", NOON.minusSeconds(60));
        var mail = bank.mail(NOON, 10);

        for (int i = 0; i < 2; i++) {
            bank.putAside(mail.getFirst(), "is no ISO 20022 document");
            bank.archive(mail.getLast());
        }

        assertThat(bank.mail(NOON, 10)).isEmpty();
        assertThat(inbox.resolve("taken/good.xml")).hasContent(STATUS);
        assertThat(inbox.resolve("put-aside/bad.xml")).hasContent("<Document/>");
        assertThat(inbox.resolve("put-aside/bad.xml.reason.txt")).hasContent("bad.xml is no ISO 20022 document");
        assertThat(List.of(inbox.toFile().list())).containsExactlyInAnyOrder("taken", "put-aside");
    }

    private void arrives(String name, String content, Instant modifiedAt) throws IOException {
        Files.setLastModifiedTime(Files.writeString(inbox.resolve(name), content), FileTime.from(modifiedAt));
    }
}
