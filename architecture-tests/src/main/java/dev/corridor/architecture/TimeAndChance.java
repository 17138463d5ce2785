package dev.corridor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The ways in which Java code reads the system clock or random numbers. */
final class TimeAndChance {

    static final DescribedPredicate<JavaAccess<?>> IS_TAKEN_FROM_THE_MACHINE = describe("time or chance is taken from the machine",
            access -> access.getTarget() instanceof CodeUnitAccessTarget target && isTakenFromTheMachine(target));

    private static final String CONSTRUCTOR = "<init>";

    private static final Set<String> SOURCES = Set.of(
            nameOf(System.class, "currentTimeMillis"),
            nameOf(System.class, "nanoTime"),
            nameOf(Clock.class, "systemUTC"),
            nameOf(Clock.class, "systemDefaultZone"),
            nameOf(Clock.class, "system"),
            nameOf(Clock.class, "tickMillis"),
            nameOf(Clock.class, "tickSeconds"),
            nameOf(Clock.class, "tickMinutes"),
            nameOf(InstantSource.class, "system"),
            nameOf(Date.class, CONSTRUCTOR),
            nameOf(UUID.class, "randomUUID"),
            nameOf(Math.class, "random"),
            nameOf(StrictMath.class, "random"),
            nameOf(Random.class, CONSTRUCTOR),
            nameOf(SecureRandom.class, CONSTRUCTOR),
            nameOf(SecureRandom.class, "getInstance"),
            nameOf(SecureRandom.class, "getInstanceStrong"),
            nameOf(SplittableRandom.class, CONSTRUCTOR),
            nameOf(ThreadLocalRandom.class, "current"),
            nameOf(RandomGenerator.class, "getDefault"),
            nameOf(RandomGenerator.class, "of"));

    private TimeAndChance() {}

    private static boolean isTakenFromTheMachine(CodeUnitAccessTarget target) {
        return SOURCES.contains(target.getOwner().getName() + "." + target.getName()) || isNow(target);
    }

    /** {@code Instant.now()} and the like; {@code now(clock)} is allowed. */
    private static boolean isNow(CodeUnitAccessTarget target) {
        return target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }

    private static String nameOf(Class<?> owner, String member) {
        return owner.getName() + "." + member;
    }
}
