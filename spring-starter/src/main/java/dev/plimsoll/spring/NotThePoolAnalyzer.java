package dev.plimsoll.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Somebody has a pool injected by its class, in whose place the watched data source stands. */
final class NotThePoolAnalyzer extends AbstractFailureAnalyzer<BeanNotOfRequiredTypeException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BeanNotOfRequiredTypeException cause) {
        if (!AdvisedDataSource.class.isAssignableFrom(cause.getActualType())) {
            return null;
        }
        String wanted = cause.getRequiredType().getName();
        return new FailureAnalysis(
                "The bean '" + cause.getBeanName() + "' is injected as " + wanted
                        + ", but it is a javax.sql.DataSource over it while Plimsoll watches it.",
                "Inject javax.sql.DataSource and call unwrap("
                        + cause.getRequiredType().getSimpleName()
                        + ".class) on it, or do not watch it: plimsoll.exclude-beans=" + cause.getBeanName(),
                rootFailure);
    }
}
