package ronda.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.server.door.Caller;
import ronda.server.door.Callers;
import ronda.server.door.PublicAddress;

/** Gives every page its frame, its words and its language. */
@Configuration(proxyBeanMethods = false)
class Pages {
  static final String FRAME = "frame";

  /** The words of all pages: {@code messages/<room>_id.properties} and {@code …_en.properties}. */
  @Bean
  MessageSource messageSource() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasenames(baseNames().toArray(String[]::new));
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setDefaultLocale(Locale.of("id"));
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  private static List<String> baseNames() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/*_id.properties");
      return Stream.of(files)
          .map(Resource::getFilename)
          .map(name -> "messages/" + String.valueOf(name).replace("_id.properties", ""))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the message files cannot be listed", e);
    }
  }

  /** The person's own language, or else what the browser was told; Indonesian at first. */
  @Bean
  LocaleResolver localeResolver() {
    return new LocaleResolver() {
      @Override
      public Locale resolveLocale(HttpServletRequest request) {
        return Preferences.language(request)
            .or(
                () ->
                    Callers.current()
                        .filter(Caller.Person.class::isInstance)
                        .map(caller -> ((Caller.Person) caller).language()))
            .map(Locale::of)
            .orElse(Locale.of("id"));
      }

      @Override
      public void setLocale(
          HttpServletRequest request,
          @Nullable HttpServletResponse response,
          @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen at /preferences");
      }
    };
  }

  @Bean
  FlashMapManager flashMapManager(PublicAddress address) {
    return new NoticeCookie(address.isSecure());
  }

  @Bean
  WebMvcConfigurer framed(List<MenuItem> menu, Offices offices, MessageSource messages) {
    List<MenuItem> ordered =
        menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        // Before the guard, so that a refusal has its frame too.
        registry
            .addInterceptor(
                new HandlerInterceptor() {
                  @Override
                  public boolean preHandle(
                      HttpServletRequest request, HttpServletResponse response, Object handler) {
                    request.setAttribute(
                        FRAME, new Frame(request, ordered, () -> officeName(offices), messages));
                    return true;
                  }
                })
            .order(Integer.MIN_VALUE);
      }
    };
  }

  private static String officeName(Offices offices) {
    return Callers.current()
        .flatMap(caller -> offices.byId(caller.office()))
        .map(Office::name)
        .orElse("");
  }
}
