package io.alphapanda.portfolio;

import io.alphapanda.stage.testing.executable.ExecutableSpecification;

class ExecutableTest extends ExecutableSpecification {}
