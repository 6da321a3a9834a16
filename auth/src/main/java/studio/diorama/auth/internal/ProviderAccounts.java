package studio.diorama.auth.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.config.DioramaConfig;

/// The accounts of people who come through an identity provider. Issuer and subject name somebody for good; the
/// e-mail address does not, so an account that a password made is never taken over by its address.
@ApplicationScoped
public class ProviderAccounts {

    private final AccountRepository accounts;
    private final InstantSource clock;
    private final List<String> operators;
    private final int nameLength;

    public ProviderAccounts(AccountRepository accounts, InstantSource clock, DioramaConfig config) {
        this.accounts = accounts;
        this.clock = clock;
        this.operators = config.session().operators().orElse(List.of()).stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.nameLength = config.limits().nameLength();
    }

    /// The account of a verified token's subject, made now if this is their first time.
    ///
    /// @throws DioramaException `FORBIDDEN` if the provider has not verified an e-mail address, `CONFLICT` if a
    ///     local account has it
    public Account of(JsonWebToken token) {
        String subject = subject(token.getIssuer(), token.getSubject());
        return accounts.findBySubject(subject).orElseGet(() -> create(token, subject));
    }

    /// Who this is, if they have been here before.
    public Optional<Account> find(String issuer, String subject) {
        return accounts.findBySubject(subject(issuer, subject));
    }

    private Account create(JsonWebToken token, String subject) {
        String claimed = token.getClaim(Claims.email);
        Boolean verified = token.getClaim(Claims.email_verified);
        if (claimed == null || !Boolean.TRUE.equals(verified)) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "The identity provider has not verified your e-mail address. Verify it there, then sign in again.");
        }
        String email = PersonalData.email(claimed);
        if (accounts.findByEmail(email).isPresent()) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "There is a local account with your e-mail address. An operator has to rename or remove it first.");
        }
        return accounts.create(email, name(token, email), null, subject, operators.contains(email), clock.instant());
    }

    private String name(JsonWebToken token, String email) {
        String name = token.getClaim("name");
        try {
            return PersonalData.name("Name", name == null ? email : name, nameLength);
        } catch (DioramaException e) {
            // They can choose another one here; it is no reason to keep them out.
            return email.substring(0, Math.min(email.length(), nameLength));
        }
    }

    private static String subject(String issuer, String subject) {
        return issuer + '|' + subject;
    }
}
