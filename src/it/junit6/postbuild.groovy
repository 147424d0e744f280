usedJUnit = junit6Version
evaluate(new File(basedir, '../../../src/it/junit5/postbuild.groovy'))
