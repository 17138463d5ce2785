package dev.corridor.http.validation;

import dev.corridor.domain.money.AssetCatalogue;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Hibernate Validator without an expression language: messages have parameters, and no code. */
@Factory
final class HibernateValidation {

    @Singleton
    ValidatorFactory factory(AssetCatalogue assets) {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .constraintValidatorPayload(assets)
                .buildValidatorFactory();
    }

    @Singleton
    Validator validator(ValidatorFactory factory) {
        return factory.getValidator();
    }
}
