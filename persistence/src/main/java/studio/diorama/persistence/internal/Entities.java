package studio.diorama.persistence.internal;

import java.util.List;

/// Every class that Hibernate maps, one a table; repositories turn their rows into records before anybody else sees
/// them.
public final class Entities {

    public static final List<Class<?>> ALL = List.of(
            AccessTokenEntity.class,
            AccountEntity.class,
            AssetEntity.class,
            AuditEntity.class,
            BlobEntity.class,
            ChangeEntity.class,
            IdempotencyEntity.class,
            InstallationEntity.class,
            InvitationEntity.class,
            JobEntity.class,
            JobInputEntity.class,
            JobLogEntity.class,
            MemberEntity.class,
            PipelineOfferEntity.class,
            ProjectEntity.class,
            SignInEntity.class,
            UploadEntity.class,
            WorkerEntity.class);

    private Entities() {}
}
