// Stands in for Gradle and Jenkins: runs a recipe for one of them here. Arguments: gradle TASK or jenkins, and the recipe.

class Exec {
    final List<String> after = []
    final Map<String, String> variables = [:]
    List<String> words = []

    void dependsOn(String task) {
        after << task
    }

    void environment(Map<String, ?> more) {
        more.each { name, value -> variables[name] = value as String }
    }

    void commandLine(Object... line) {
        words = line.collect { it as String }
    }
}

class Tasks {
    final Map<String, Exec> all = [:]

    void register(String name, Class<Exec> type, Closure setUp) {
        all[name] = type.getDeclaredConstructor().newInstance()
        setUp.delegate = all[name]
        setUp.resolveStrategy = Closure.DELEGATE_FIRST
        setUp()
    }

    void run(String name) {
        def task = all[name]
        assert task != null || name == 'jar': "no task $name"
        task?.after?.each { run(it) }
        if (task != null && Shell.run(task.words, task.variables) != 0) {
            println "Execution failed for task ':$name'."
            System.exit(1)
        }
    }
}

class Directory {
    String path

    String get() {
        path
    }
}

class Pipeline {
    final Map<String, String> variables = [:]
    boolean failed

    void agent(String where) {}

    void stage(String name, Closure steps) {
        inside(steps)
    }

    void sh(String script) {
        def file = new File('jenkins.sh')
        file.text = script
        failed |= Shell.run(['sh', '-xe', file.path], variables) != 0
    }

    void junit(String file) {
        def suites = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(file))
        assert suites.documentElement.tagName.startsWith('testsuite')
    }

    void inside(Closure part) {
        part.delegate = this
        part.resolveStrategy = Closure.DELEGATE_FIRST
        part()
    }

    def methodMissing(String name, Object arguments) {
        assert name in ['stages', 'steps', 'environment', 'post', 'always']: "no part $name"
        inside(arguments[0] as Closure)
    }

    def propertyMissing(String name) {
        def value = name == 'any' ? name : System.getenv(name)
        assert value != null: "no variable $name"
        value
    }

    void propertyMissing(String name, Object value) {
        variables[name] = value as String
    }
}

class Shell {
    static int run(List<String> words, Map<String, String> variables) {
        def builder = new ProcessBuilder(words).inheritIO()
        builder.environment().putAll(variables)
        builder.start().waitFor()
    }
}

def recipe = new File(args[-1]).text
def folder = new File('').absolutePath
if (args[0] == 'gradle') {
    def tasks = new Tasks()
    def layout = [buildDirectory: new Directory(path: "$folder/build")]
    new GroovyShell(new Binding([tasks: tasks, layout: layout, projectDir: folder, Exec: Exec])).evaluate(recipe)
    tasks.run(args[1])
} else {
    def pipeline = new Pipeline()
    new GroovyShell(new Binding([pipeline: { Closure parts -> pipeline.inside(parts) }])).evaluate(recipe)
    System.exit(pipeline.failed ? 1 : 0)
}
