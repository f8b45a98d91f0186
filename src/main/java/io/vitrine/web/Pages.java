package io.vitrine.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The files of the pages. Names of assets carry a hash, so they are kept for good; the page itself
 * is asked for each time. The pages have their own addresses, which all lead to the one page.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

  private static final String ASSETS = "assets";

  /** First parts of addresses that programs use. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "api", "v1", "v3", "health", "metrics", "error", ASSETS, "ofrep", "loki", "elastic",
          "gelf");

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new OnePage());
  }

  /** Whether an address is for programs, not for a browser that shows pages. */
  static boolean isForPrograms(String address) {
    String first = firstPart(address.startsWith("/") ? address.substring(1) : address);
    return !first.equals(ASSETS) && (first.startsWith("_") || PROGRAMS.contains(first));
  }

  private static String firstPart(String path) {
    return path.split("/", 2)[0];
  }

  /** The resource handlers pass over the empty path. */
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  /** Any address of a page leads to the one page. */
  private static final class OnePage extends PathResourceResolver {

    private static final String PAGE = "index.html";

    private static final Resource ABSENT = new ClassPathResource("io/vitrine/web/no-pages.txt");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = path.isEmpty() ? null : super.getResource(path, location);
      if (file != null) {
        return file;
      }
      return isPage(path) ? page(location) : null;
    }

    private static boolean isPage(String path) {
      String first = firstPart(path);
      return path.equals(PAGE)
          || (!path.contains(".") && !first.startsWith("_") && !PROGRAMS.contains(first));
    }

    private static Resource page(Resource location) throws IOException {
      Resource page = location.createRelative(PAGE);
      return page.isReadable() ? page : ABSENT;
    }
  }
}
