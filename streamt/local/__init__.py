"""A real stack on this machine, without containers: Kafka, Connect, a schema registry and Flink.

Read in this order:

parts    what runs, as data: one `Part` per JVM, with its command, ports and how it is known to answer
java     finding Java and Maven
jars     from coordinates to folders of jars, kept for every project of this user
layout   where a project's stack keeps its files, and what goes into the configuration files
ports    free ones, unless asked for others
process  starting, stopping, and knowing whether a process is still the one we started
record   which processes run, on disk, so that another command can stop them
probe    does it answer?
log      the line worth reading, the last lines, following
stack    start, stop, status: the steps in order
env_file the variables a project's placeholders pick up
"""
