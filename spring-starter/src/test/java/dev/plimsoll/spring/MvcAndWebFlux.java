package dev.plimsoll.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of each of the two, on the server that most have it on. */
@ParameterizedTest
@EnumSource(names = {"SERVLET", "REACTIVE"})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MvcAndWebFlux {}
