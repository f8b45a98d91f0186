package io.vitrine.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real provider of OpenID Connect on a port of this machine (Spring Authorization Server), which
 * insists on PKCE. Whom it signs in, a header of the browser says in place of a form.
 */
final class LocalProvider implements AutoCloseable {

  static final String PERSON = "X-Person";
  static final String CLIENT = "vitrine";
  static final String SECRET = "a client's secret: 100 % & more";

  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();
  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private final RSAKey key = key("provider");
  private final int port;
  private volatile @Nullable Forger forger;

  private LocalProvider(String callback) {
    this.port = freePort();
    context.registerBean("own", LocalProvider.class, () -> this);
    context.registerBean("callback", String.class, () -> callback);
    context.register(Provider.class);
    context.refresh();
  }

  /** Starts a provider that knows one client with one way back. */
  static LocalProvider start(String callback) {
    return new LocalProvider(callback);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes another ID token of the claims of the one that would be sent. */
  @FunctionalInterface
  interface Forger {
    String forge(JWTClaimsSet claims, RSAKey key) throws JOSEException, ParseException;
  }

  /** Sends other ID tokens from now on; those that it should when null. */
  void forges(@Nullable Forger other) {
    forger = other;
  }

  /** A key pair that the provider does not publish unless it is its own. */
  static RSAKey key(String name) {
    try {
      return new RSAKeyGenerator(2048).keyID(name).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** What the provider says of a person from now on. */
  void says(String subject, Map<String, Object> claims) {
    people.put(subject, claims);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Not marked as a configuration, or the program itself would take it for one of its own. */
  @EnableWebMvc
  @EnableWebSecurity
  static class Provider {

    @Bean
    TomcatServletWebServerFactory server(LocalProvider own) {
      return new TomcatServletWebServerFactory(own.port);
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(DispatcherServlet servlet) {
      return new ServletRegistrationBean<>(servlet, "/");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean security() {
      return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, LocalProvider own) {
      return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .csrf(csrf -> csrf.disable())
          .addFilterBefore(new Forges(own), SecurityContextHolderFilter.class)
          .addFilterAfter(new SignsIn(), SecurityContextHolderFilter.class)
          .build();
    }

    @Bean
    RegisteredClientRepository clients(String callback) {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("1")
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(callback)
              .scope(OidcScopes.OPENID)
              .scope(OidcScopes.PROFILE)
              .scope(OidcScopes.EMAIL)
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    @Bean
    AuthorizationServerSettings settings(LocalProvider own) {
      return AuthorizationServerSettings.builder().issuer(own.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(LocalProvider own) {
      return new ImmutableJWKSet<>(new JWKSet(own.key));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(LocalProvider own) {
      return token -> {
        Authentication principal = token.getPrincipal();
        String name = principal == null ? "" : principal.getName();
        own.people
            .getOrDefault(name, Map.of())
            .forEach((claim, value) -> token.getClaims().claim(claim, value));
      };
    }
  }

  /** Exchanges the ID token in the provider's answer. */
  private static final class Forges extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalProvider own;

    private Forges(LocalProvider own) {
      this.own = own;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Forger forger = own.forger;
      if (forger == null || !request.getRequestURI().equals("/oauth2/token")) {
        chain.doFilter(request, response);
        return;
      }
      ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
      chain.doFilter(request, kept);
      ObjectNode answer = (ObjectNode) JSON.readTree(kept.getContentAsByteArray());
      if (answer.has("id_token")) {
        answer.put("id_token", forged(forger, answer.get("id_token").asString()));
        kept.resetBuffer();
        kept.getOutputStream().write(JSON.writeValueAsBytes(answer));
      }
      kept.copyBodyToResponse();
    }

    private String forged(Forger forger, String token) {
      try {
        return forger.forge(SignedJWT.parse(token).getJWTClaimsSet(), own.key);
      } catch (JOSEException | ParseException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** In place of the provider's own form. */
  private static final class SignsIn extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String person = request.getHeader(PERSON);
      if (person != null) {
        SecurityContextHolder.getContext()
            .setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                    person,
                    List.of(),
                    List.of(
                        FactorGrantedAuthority.fromAuthority(
                            FactorGrantedAuthority.PASSWORD_AUTHORITY))));
      }
      chain.doFilter(request, response);
    }
  }
}
