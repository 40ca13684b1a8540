package dev.plimsoll.jdbc;

import java.io.Closeable;
import java.io.IOException;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/** One class for each set of interfaces that a data source can have, so that its wrapper has the same. */
final class DataSourceKinds {
    private DataSourceKinds() {}

    static CommonDataSource wrap(CommonDataSource delegate, Interception interception) {
        int kind = (delegate instanceof DataSource ? 1 : 0)
                + (delegate instanceof XADataSource ? 2 : 0)
                + (delegate instanceof ConnectionPoolDataSource ? 4 : 0);
        return delegate instanceof AutoCloseable
                ? closeable(kind, delegate, interception)
                : open(kind, delegate, interception);
    }

    private static ProxyDataSource open(int kind, CommonDataSource delegate, Interception interception) {
        return switch (kind) {
            case 1 -> new Plain(delegate, interception);
            case 2 -> new Xa(delegate, interception);
            case 3 -> new PlainXa(delegate, interception);
            case 4 -> new Pooled(delegate, interception);
            case 5 -> new PlainPooled(delegate, interception);
            case 6 -> new XaPooled(delegate, interception);
            case 7 -> new PlainXaPooled(delegate, interception);
            default ->
                throw new IllegalArgumentException("Not a DataSource, XADataSource or ConnectionPoolDataSource: "
                        + delegate.getClass().getName());
        };
    }

    private static ProxyDataSource closeable(int kind, CommonDataSource delegate, Interception interception) {
        return switch (kind) {
            case 1 -> new CloseablePlain(delegate, interception);
            case 2 -> new CloseableXa(delegate, interception);
            case 3 -> new CloseablePlainXa(delegate, interception);
            case 4 -> new CloseablePooled(delegate, interception);
            case 5 -> new CloseablePlainPooled(delegate, interception);
            case 6 -> new CloseableXaPooled(delegate, interception);
            case 7 -> new CloseablePlainXaPooled(delegate, interception);
            default ->
                throw new IllegalArgumentException("Not a DataSource, XADataSource or ConnectionPoolDataSource: "
                        + delegate.getClass().getName());
        };
    }

    private static class Plain extends ProxyDataSource implements DataSource {
        Plain(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseablePlain extends Plain implements Closeable {
        CloseablePlain(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }

    private static class Xa extends ProxyDataSource implements XADataSource {
        Xa(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseableXa extends Xa implements Closeable {
        CloseableXa(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }

    private static class PlainXa extends ProxyDataSource implements DataSource, XADataSource {
        PlainXa(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseablePlainXa extends PlainXa implements Closeable {
        CloseablePlainXa(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }

    private static class Pooled extends ProxyDataSource implements ConnectionPoolDataSource {
        Pooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseablePooled extends Pooled implements Closeable {
        CloseablePooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }

    private static class PlainPooled extends ProxyDataSource implements DataSource, ConnectionPoolDataSource {
        PlainPooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseablePlainPooled extends PlainPooled implements Closeable {
        CloseablePlainPooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }

    private static class XaPooled extends ProxyDataSource implements XADataSource, ConnectionPoolDataSource {
        XaPooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseableXaPooled extends XaPooled implements Closeable {
        CloseableXaPooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }

    private static class PlainXaPooled extends ProxyDataSource
            implements DataSource, XADataSource, ConnectionPoolDataSource {
        PlainXaPooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }
    }

    private static final class CloseablePlainXaPooled extends PlainXaPooled implements Closeable {
        CloseablePlainXaPooled(CommonDataSource delegate, Interception interception) {
            super(delegate, interception);
        }

        @Override
        public void close() throws IOException {
            closeDelegate();
        }
    }
}
