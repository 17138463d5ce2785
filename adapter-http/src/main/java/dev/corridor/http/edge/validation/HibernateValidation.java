package dev.corridor.http.edge.validation;

import dev.corridor.domain.money.AssetCatalogue;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Hibernate Validator without an expression language: messages have parameters but no code. */
@Factory
final class HibernateValidation {

    @Singleton
    ValidatorFactory factory(AssetCatalogue assets, InstantSource clock) {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .clockProvider(() -> clock.withZone(ZoneOffset.UTC))
                .constraintValidatorPayload(assets)
                .buildValidatorFactory();
    }

    @Singleton
    Validator validator(ValidatorFactory factory) {
        return factory.getValidator();
    }
}
