package studio.diorama.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// The parts of a walk follow from each other: after one that failed, the next ones would only wait in vain.
final class StopAtFirstFailure implements ExecutionCondition, TestExecutionExceptionHandler {

    private final AtomicBoolean failed = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return failed.get()
                ? ConditionEvaluationResult.disabled("an earlier part of the walk failed")
                : ConditionEvaluationResult.enabled("every earlier part went well");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failed.set(true);
        throw failure;
    }
}
