package shop.units;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** A Tomcat of either kind, which some requests are sent to. With the argument {@code live} the agent comes after the first ones. */
public final class Web {
    private Web() {}

    public static void main(String[] arguments) throws Exception {
        boolean old = Tomcat.class.getResource("/javax/servlet/http/HttpServletMapping.class") != null
                && Tomcat.class.getResource("/jakarta/servlet/http/HttpServlet.class") == null;
        Path folder = Files.createTempDirectory("web");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        Context shop = tomcat.addContext("/shop", folder.toString());
        deploy(shop, old ? "shop.units.JavaxOrders" : "shop.units.JakartaOrders");
        if (!old) {
            Mvc.deploy(tomcat.addContext("/mvc", folder.toString()));
        }
        tomcat.start();
        String url = "http://localhost:" + tomcat.getConnector().getLocalPort();
        if (List.of(arguments).contains("live")) {
            get(url + "/shop/orders/1");
            Attach.toThisJvm();
        }
        for (String path : List.of("orders/17", "guarded", "forward", "fail", "later", "later")) {
            get(url + "/shop/" + path);
        }
        if (!old) {
            get(url + "/mvc/orders/red-shoes");
        }
        tomcat.stop();
        tomcat.destroy();
    }

    private static void deploy(Context context, String servlet) {
        context.setParentClassLoader(Web.class.getClassLoader());
        Wrapper orders = Tomcat.addServlet(context, "orders", servlet);
        orders.setAsyncSupported(true);
        for (String path : List.of("/orders/*", "/guarded", "/forward", "/fail", "/later", "/error")) {
            orders.addMapping(path);
        }
        FilterDef filter = new FilterDef();
        filter.setFilterName("guard");
        filter.setFilterClass(servlet + "$Guarding");
        filter.setAsyncSupported("true");
        context.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("guard");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        ErrorPage page = new ErrorPage();
        page.setErrorCode(500);
        page.setLocation("/error");
        context.addErrorPage(page);
    }

    private static void get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        Say.that(url.replaceAll(":[0-9]+", "") + " is served", body.contains("done"));
    }
}
