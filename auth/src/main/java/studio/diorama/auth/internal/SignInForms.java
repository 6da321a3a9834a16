package studio.diorama.auth.internal;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import studio.diorama.auth.Accounts;
import studio.diorama.auth.CurrentActor;
import studio.diorama.auth.FirstAccount;
import studio.diorama.auth.Invitations;
import studio.diorama.auth.LocalSignIn;
import studio.diorama.auth.SignInCookie;
import studio.diorama.auth.SignInMode;

/// Where the pages' forms go that make or end a session. They are plain HTTP, because only an HTTP answer can set a
/// cookie that scripts cannot read.
@Path("/")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SignInForms {

    private static final URI HOME = URI.create("/");

    private final LocalSignIn localSignIn;
    private final FirstAccount firstAccount;
    private final Invitations invitations;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final SignInMode mode;

    public SignInForms(
            LocalSignIn localSignIn,
            FirstAccount firstAccount,
            Invitations invitations,
            Accounts accounts,
            CurrentActor currentActor,
            SignInMode mode) {
        this.localSignIn = localSignIn;
        this.firstAccount = firstAccount;
        this.invitations = invitations;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.mode = mode;
    }

    @POST
    @Path("sign-in/local")
    public Response signIn(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") String next,
            @CookieParam(SignInCookie.NAME) String oldSecret,
            @Context RoutingContext context) {
        String address = context.request().remoteAddress().hostAddress();
        return FormAnswer.of(
                context,
                () -> {
                    String secret = localSignIn.signIn(email, password, address).secret();
                    if (oldSecret != null) {
                        localSignIn.signOut(oldSecret);
                    }
                    return FormAnswer.cookie(context, secret);
                },
                SafePath.orHome(next),
                "/sign-in?next=" + encoded(SafePath.orHome(next).toString()));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.WILDCARD)
    public Response signOut(@CookieParam(SignInCookie.NAME) String secret, @Context RoutingContext context) {
        return FormAnswer.of(
                context,
                () -> {
                    if (secret != null) {
                        localSignIn.signOut(secret);
                    }
                    return FormAnswer.noCookie(context);
                },
                URI.create(mode.afterSignOut()),
                "/sign-in");
    }

    @POST
    @Path("setup/account")
    public Response makeFirstAccount(
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @Context RoutingContext context) {
        return FormAnswer.of(
                context,
                () -> FormAnswer.cookie(
                        context, firstAccount.create(key, email, name, password).secret()),
                HOME,
                "/setup?key=" + encoded(key));
    }

    @POST
    @Path("invitation/newcomer")
    public Response acceptAsNewcomer(
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @Context RoutingContext context) {
        return FormAnswer.of(
                context,
                () -> FormAnswer.cookie(
                        context,
                        invitations.acceptAsNewcomer(key, name, password).secret()),
                HOME,
                "/invitation?key=" + encoded(key));
    }

    @POST
    @Path("account/password")
    public Response changePassword(
            @FormParam("oldPassword") @DefaultValue("") String oldPassword,
            @FormParam("newPassword") @DefaultValue("") String newPassword,
            @FormParam("next") String next,
            @Context RoutingContext context) {
        return FormAnswer.of(
                context,
                () -> FormAnswer.cookie(
                        context,
                        accounts.changePassword(currentActor.require(), oldPassword, newPassword)
                                .secret()),
                SafePath.orHome(next),
                SafePath.orHome(next).toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
