package dev.corridor.testing.model;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Runs all tries of a property in every round. */
final class TriesPerRound implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Torture.rounds().ifPresent(rounds -> {
            var attributes = context.attributes();
            attributes.setTries(attributes.tries().orElseThrow() * rounds);
        });
        return property.execute();
    }
}
