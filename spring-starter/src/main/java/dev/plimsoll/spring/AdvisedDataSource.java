package dev.plimsoll.spring;

import javax.sql.DataSource;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AdvisedSupport;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that answers as an AOP proxy of its pool does, without being made at run time: whoever rebinds, refreshes or measures
 * the pool finds it. Frozen, so that nobody adds advice that would never be called.
 */
abstract class AdvisedDataSource extends DelegatingDataSource implements SpringProxy, Advised {
    private final AdvisedSupport advised = new AdvisedSupport();

    AdvisedDataSource(DataSource pool) {
        super(pool);
        advised.setTarget(pool);
        advised.setProxyTargetClass(true);
        advised.setFrozen(true);
    }

    @Override
    public @Nullable Class<?> getTargetClass() {
        return advised.getTargetClass();
    }

    @Override
    public boolean isFrozen() {
        return advised.isFrozen();
    }

    @Override
    public boolean isProxyTargetClass() {
        return advised.isProxyTargetClass();
    }

    @Override
    public Class<?>[] getProxiedInterfaces() {
        return advised.getProxiedInterfaces();
    }

    @Override
    public boolean isInterfaceProxied(Class<?> type) {
        return advised.isInterfaceProxied(type);
    }

    @Override
    public void setTargetSource(TargetSource targetSource) {
        throw new IllegalStateException("the pool under Plimsoll cannot be exchanged");
    }

    @Override
    public TargetSource getTargetSource() {
        return advised.getTargetSource();
    }

    @Override
    public void setExposeProxy(boolean exposeProxy) {
        advised.setExposeProxy(exposeProxy);
    }

    @Override
    public boolean isExposeProxy() {
        return advised.isExposeProxy();
    }

    @Override
    public void setPreFiltered(boolean preFiltered) {
        advised.setPreFiltered(preFiltered);
    }

    @Override
    public boolean isPreFiltered() {
        return advised.isPreFiltered();
    }

    @Override
    public Advisor[] getAdvisors() {
        return advised.getAdvisors();
    }

    @Override
    public void addAdvisor(Advisor advisor) {
        advised.addAdvisor(advisor);
    }

    @Override
    public void addAdvisor(int position, Advisor advisor) {
        advised.addAdvisor(position, advisor);
    }

    @Override
    public boolean removeAdvisor(Advisor advisor) {
        return advised.removeAdvisor(advisor);
    }

    @Override
    public void removeAdvisor(int index) {
        advised.removeAdvisor(index);
    }

    @Override
    public int indexOf(Advisor advisor) {
        return advised.indexOf(advisor);
    }

    @Override
    public boolean replaceAdvisor(Advisor old, Advisor replacement) {
        return advised.replaceAdvisor(old, replacement);
    }

    @Override
    public void addAdvice(Advice advice) {
        advised.addAdvice(advice);
    }

    @Override
    public void addAdvice(int position, Advice advice) {
        advised.addAdvice(position, advice);
    }

    @Override
    public boolean removeAdvice(Advice advice) {
        return advised.removeAdvice(advice);
    }

    @Override
    public int indexOf(Advice advice) {
        return advised.indexOf(advice);
    }

    @Override
    public String toProxyConfigString() {
        return advised.toProxyConfigString();
    }
}
